/** A folder of an agent: a listing, and one of its files open. */
import { type Files, RequestError } from "../live/api.ts";
import { formatBytes } from "../model/format.ts";
import { type Entry, folderOf, innerPath, readListing } from "../model/sandbox.ts";
import { useAsked } from "./hooks.ts";
import { Icon } from "./icons.tsx";
import { LogPager } from "./log-pager.tsx";
import { Empty, Time } from "./parts.tsx";

/** Opened when a sandbox is: what a task says. */
const FIRST_FILE = "stdout";

interface FileBrowserProps {
  readonly files: Files;
  /** The folder's path on the agent; nothing outside of it is shown. */
  readonly root: string;
  readonly path: string;
  readonly hrefOf: (inner: string) => string;
  /** Nothing is written any more. */
  readonly isOver: boolean;
}

export function FileBrowser({ files, root, path, hrefOf, isOver }: FileBrowserProps) {
  const folder = folderOf(path);
  const { value: listing, error } = useAsked(`${root}/${folder}`, async () =>
    readListing(await files.browse(`${root}/${folder}`)),
  );
  const asked = path.endsWith("/") || path === "" ? "" : innerPath(path);
  const first = folder === "" && listing?.some(({ name }) => name === FIRST_FILE);
  const open = asked === "" && first === true ? FIRST_FILE : asked;
  return (
    <div class="browser">
      <div class="browser-list">
        <Crumbs folder={folder} hrefOf={hrefOf} />
        {listing === undefined ? (
          <p class="muted">{error === undefined ? "Asking the agent…" : whyNot(error)}</p>
        ) : listing.length === 0 ? (
          <Empty title="This folder is empty." />
        ) : (
          <ul class="files" aria-label="Files">
            {listing.map((entry) => (
              <FileItem key={entry.name} {...{ entry, folder, open, hrefOf, files, root }} />
            ))}
          </ul>
        )}
      </div>
      {open !== "" && (
        <LogPager
          key={`${root}/${open}`}
          name={open}
          read={(offset, length) => files.read(`${root}/${open}`, offset, length)}
          downloadUrl={files.downloadUrl(`${root}/${open}`)}
          isOver={isOver}
        />
      )}
    </div>
  );
}

function whyNot(error: Error): string {
  const isGone = error instanceof RequestError && error.status === 404;
  return isGone
    ? "This folder is not there: the agent has not made it yet, or has removed it since."
    : error.message;
}

interface FileItemProps extends Pick<FileBrowserProps, "files" | "root" | "hrefOf"> {
  readonly entry: Entry;
  readonly folder: string;
  readonly open: string;
}

function FileItem({ entry, folder, open, hrefOf, files, root }: FileItemProps) {
  const { name, isFolder, size, modifiedAt, mode, owner } = entry;
  const inner = `${folder}${name}${isFolder ? "/" : ""}`;
  return (
    <li class={inner === open ? "file open" : "file"} title={`${mode} ${owner}`}>
      <a href={hrefOf(inner)} aria-current={inner === open ? "true" : undefined}>
        <Icon name={isFolder ? "folder" : "file"} size={16} />
        <span class="file-name">{isFolder ? `${name}/` : name}</span>
      </a>
      <span class="file-facts muted">
        {!isFolder && formatBytes(size)} <Time at={modifiedAt} />
      </span>
      {!isFolder && (
        <a
          class="file-download"
          href={files.downloadUrl(`${root}/${inner}`)}
          download={name}
          aria-label={`Download ${name}`}
        >
          <Icon name="download" size={15} />
        </a>
      )}
    </li>
  );
}

function Crumbs({
  folder,
  hrefOf,
}: Pick<FileBrowserProps, "hrefOf"> & { readonly folder: string }) {
  if (folder === "") return null;
  const parts = folder.split("/").filter(Boolean);
  return (
    <nav class="crumbs" aria-label="Folders of the sandbox">
      <a href={hrefOf("")}>sandbox</a>
      {parts.map((part, index) => {
        const inner = `${parts.slice(0, index + 1).join("/")}/`;
        return (
          <span key={inner}>
            <span class="muted"> / </span>
            {index === parts.length - 1 ? part : <a href={hrefOf(inner)}>{part}</a>}
          </span>
        );
      })}
    </nav>
  );
}
