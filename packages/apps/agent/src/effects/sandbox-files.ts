import {
  type FileInfo,
  type FilesRefusal,
  type HttpPrincipal,
  VirtualFiles,
} from "@mesos-ts/transport";

/**
 * Virtual files of which most are never asked for: attaching looks at the file system, so it is
 * put off until the first request for a path.
 */
export class SandboxFiles extends VirtualFiles {
  readonly #later = new Map<string, string>();

  attachLater(realPath: string, virtualPath: string): void {
    this.detach(virtualPath);
    this.#later.set(virtualPath, realPath);
  }

  override detach(virtualPath: string): void {
    this.#later.delete(virtualPath);
    super.detach(virtualPath);
  }

  override paths(): ReadonlyMap<string, string> {
    return new Map([...super.paths(), ...this.#later]);
  }

  override async browse(
    path: string,
    principal?: HttpPrincipal,
  ): Promise<readonly FileInfo[] | FilesRefusal> {
    await this.#attachFor(path);
    return await super.browse(path, principal);
  }

  override async openFile(
    path: string,
    directoryText: string,
    principal?: HttpPrincipal,
  ): ReturnType<VirtualFiles["openFile"]> {
    await this.#attachFor(path);
    return await super.openFile(path, directoryText, principal);
  }

  /** Attaches whatever a path is at or below. What is not there (any more) stays unattached. */
  async #attachFor(path: string): Promise<void> {
    for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) {
      const virtualPath = path.slice(0, end);
      const realPath = this.#later.get(virtualPath);
      if (realPath === undefined) continue;
      await this.attach(realPath, virtualPath).catch(() => undefined);
      if (this.#later.get(virtualPath) === realPath) this.#later.delete(virtualPath);
    }
  }
}
