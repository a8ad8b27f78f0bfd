import { describe, expect, it } from "vitest";
import { printable } from "./printable.ts";
import { renderTable } from "./table.ts";

const rows = [
  ["a-rather-long-identifier-S0", "TASK_RUNNING", "x"],
  ["b", "TASK_FAILED", ""],
];

describe("a table", () => {
  it("is as wide as it is, where nobody looks at it", () => {
    expect(renderTable(["ID", "State", "Name"], rows, { columns: undefined, colours: false })).toBe(
      [
        "ID                           State         Name",
        "a-rather-long-identifier-S0  TASK_RUNNING  x",
        "b                            TASK_FAILED",
        "",
      ].join("\n"),
    );
  });

  it("fits a terminal", () => {
    const text = renderTable(["ID", "State", "Name"], rows, { columns: 32, colours: false });
    expect(text).toBe(
      [
        "ID            State         Name",
        "a-rather-lo…  TASK_RUNNING  x",
        "b             TASK_FAILED",
        "",
      ].join("\n"),
    );
  });

  it("stays readable on a terminal that is too narrow for it", () => {
    const text = renderTable(
      ["ID", "State"],
      rows.map((row) => row.slice(0, 2)),
      { columns: 3, colours: false },
    );
    expect(text.split("\n")[1]).toBe("a-rathe…  TASK_RU…");
  });

  it("has colours only where they are wanted, outside the widths", () => {
    const cells = [[{ text: "up", colour: "green" }, "x"]] as const;
    const style = { columns: undefined, colours: true };
    expect(renderTable(["State", "N"], cells, style)).toBe(
      "\u001b[1mState\u001b[0m  \u001b[1mN\u001b[0m\n\u001b[32mup\u001b[0m     x\n",
    );
  });

  it("does not let a name play with the terminal", () => {
    expect(printable("a\u001b[2J\r\nb\u202ec\u009b")).toBe("a\\x1b[2J\\x0d\\x0ab\\u202ec\\x9b");
    expect(printable("naïve – 名前")).toBe("naïve – 名前");
  });
});
