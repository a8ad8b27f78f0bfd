/** Light, dark, or as the system says. Loaded before the page is drawn, so that nothing flashes. */
(() => {
  const KEY = "mesos-theme";
  const CHOICES = ["system", "light", "dark"];
  const root = document.documentElement;

  function stored() {
    try {
      const theme = localStorage.getItem(KEY) ?? "";
      return CHOICES.includes(theme) ? theme : "system";
    } catch {
      return "system";
    }
  }

  /** @param {string} theme */
  function apply(theme) {
    if (theme === "system") delete root.dataset["theme"];
    else root.dataset["theme"] = theme;
    const button = document.getElementById("theme");
    if (button === null) return;
    button.dataset["theme"] = theme;
    button.setAttribute("aria-label", `Colours: ${theme}. Press to change.`);
    button.title = `Colours: ${theme}`;
  }

  let theme = stored();
  apply(theme);
  addEventListener("DOMContentLoaded", () => {
    apply(theme);
    document.getElementById("theme")?.addEventListener("click", () => {
      theme = CHOICES[(CHOICES.indexOf(theme) + 1) % CHOICES.length] ?? "system";
      apply(theme);
      try {
        localStorage.setItem(KEY, theme);
      } catch {
        // Without storage the choice lasts as long as the page.
      }
    });
  });
})();
