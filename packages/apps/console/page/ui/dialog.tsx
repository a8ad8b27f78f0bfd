/** Forms and questions, in front of the page. */
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { RequestError } from "../live/api.ts";
import { fieldOf, type Texts, type Typed } from "../model/forms.ts";
import { useApp } from "./app-context.ts";
import { Icon } from "./icons.tsx";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export function Dialog({ title, onClose, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    element.current?.showModal();
  }, []);
  return (
    <dialog ref={element} class="dialog" aria-labelledby={id} onClose={onClose}>
      <div class="dialog-head">
        <h2 id={id}>{title}</h2>
        <button
          type="button"
          class="plain"
          aria-label="Close"
          onClick={() => element.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  );
}

/** One field of a form. */
export interface Field {
  readonly name: string;
  readonly label: ComponentChildren;
  readonly hint?: string;
  readonly type?: "text" | "number" | "datetime-local" | "lines" | "check";
  readonly initial?: string;
  readonly placeholder?: string;
  /** Words in a refusal of the master that tell that it is about this field. */
  readonly about?: RegExp;
  /** Fields with the same title stand together. */
  readonly group?: string;
  readonly isRequired?: boolean;
}

interface FormDialogProps {
  readonly title: string;
  readonly intro?: ComponentChildren;
  readonly fields: readonly Field[];
  readonly submit: string;
  readonly isDangerous?: boolean;
  /** Reads what was typed; sends it. */
  readonly send: (texts: Texts) => Typed<() => Promise<unknown>>;
  /** What is said when it is done. */
  readonly done: string;
  readonly onDone?: () => void;
  readonly onClose: () => void;
}

interface Trouble {
  readonly field: string | undefined;
  readonly text: string;
}

/**
 * A form that is one call. What the master refuses stands beside the field that it is about, in
 * the master's words; the form stays open.
 */
export function FormDialog(props: FormDialogProps) {
  const { title, intro, fields, submit, isDangerous = false, send, done, onDone, onClose } = props;
  const { tell, link } = useApp();
  const [texts, setTexts] = useState<Texts>(() =>
    Object.fromEntries(fields.map(({ name, initial = "" }) => [name, initial])),
  );
  const [trouble, setTrouble] = useState<Trouble>();
  const [isBusy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    const typed = send(texts);
    if (typed.type === "wrong") {
      setTrouble({ field: typed.field, text: typed.text });
      return;
    }
    setBusy(true);
    try {
      await typed.value();
      link.hurry();
      tell(done);
      onDone?.();
      onClose();
    } catch (cause) {
      setTrouble(troubleOf(cause, fields));
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        {intro !== undefined && <div class="dialog-intro">{intro}</div>}
        <Fields
          fields={fields}
          texts={texts}
          trouble={trouble}
          onChange={(name, text) => setTexts((before) => ({ ...before, [name]: text }))}
        />
        {trouble !== undefined && trouble.field === undefined && (
          <p class="trouble" role="alert">
            {trouble.text}
          </p>
        )}
        <div class="dialog-foot">
          <button type="button" class="button" onClick={onClose}>
            Cancel
          </button>
          <button
            type="submit"
            class={isDangerous ? "button danger" : "button primary"}
            disabled={isBusy}
          >
            {isBusy ? "Sending…" : submit}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function troubleOf(cause: unknown, fields: readonly Field[]): Trouble {
  const text = cause instanceof Error ? cause.message : String(cause);
  const isRefusal = cause instanceof RequestError && cause.status > 0;
  const abouts = fields.flatMap(({ name, about }) =>
    about === undefined ? [] : [{ name, about }],
  );
  return { field: isRefusal ? fieldOf(text, abouts) : undefined, text };
}

interface FieldsProps {
  readonly fields: readonly Field[];
  readonly texts: Texts;
  readonly trouble: Trouble | undefined;
  readonly onChange: (name: string, text: string) => void;
}

function Fields({ fields, texts, trouble, onChange }: FieldsProps) {
  const groups = Map.groupBy(fields, ({ group }) => group ?? "");
  return (
    <>
      {[...groups].map(([group, members]) => (
        <fieldset key={group} class={group === "" ? "fields" : "fields grouped"}>
          {group !== "" && <legend>{group}</legend>}
          {members.map((field) => (
            <FieldInput
              key={field.name}
              field={field}
              text={texts[field.name] ?? ""}
              trouble={trouble?.field === field.name ? trouble.text : undefined}
              onChange={(text) => onChange(field.name, text)}
            />
          ))}
        </fieldset>
      ))}
    </>
  );
}

interface FieldInputProps {
  readonly field: Field;
  readonly text: string;
  readonly trouble: string | undefined;
  readonly onChange: (text: string) => void;
}

function FieldInput({ field, text, trouble, onChange }: FieldInputProps) {
  const { name, label, hint, type = "text", placeholder, isRequired = false } = field;
  const id = useId();
  const described = [
    hint === undefined ? "" : `${id}-hint`,
    trouble === undefined ? "" : `${id}-trouble`,
  ];
  const common = {
    id,
    name,
    "aria-describedby": described.filter(Boolean).join(" ") || undefined,
    "aria-invalid": trouble !== undefined,
    "aria-required": isRequired,
  };
  return (
    <div class={`field ${type}`}>
      {type === "check" ? (
        <label class="check-label">
          <input
            {...common}
            type="checkbox"
            checked={text === "yes"}
            onChange={({ currentTarget }) => onChange(currentTarget.checked ? "yes" : "")}
          />
          {label}
        </label>
      ) : (
        <>
          <label for={id}>{label}</label>
          {type === "lines" ? (
            <textarea
              {...common}
              rows={4}
              placeholder={placeholder}
              value={text}
              onInput={({ currentTarget }) => onChange(currentTarget.value)}
            />
          ) : (
            <input
              {...common}
              {...(type === "datetime-local"
                ? { type: "datetime-local" as const }
                : { type: "text" as const })}
              inputMode={type === "number" ? "decimal" : undefined}
              placeholder={placeholder}
              autocomplete="off"
              spellcheck={false}
              value={text}
              onInput={({ currentTarget }) => onChange(currentTarget.value)}
            />
          )}
        </>
      )}
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {trouble !== undefined && (
        <p class="trouble" id={`${id}-trouble`} role="alert">
          {trouble}
        </p>
      )}
    </div>
  );
}
