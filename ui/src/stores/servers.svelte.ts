import type { AddedServer, AppError, Backend, ServerForm, ServersView } from '../api/backend';
import { Snapshot } from '../lib/snapshot';

/** The listener's own servers as the window knows them. */
export class ServersStore {
  readonly #backend: Backend;
  readonly #snapshot = new Snapshot<ServersView>();
  view = $state.raw<ServersView | null>(null);
  /** Why the login of a server added since the start isn't kept, by the server's id. */
  unsaved = $state.raw<ReadonlyMap<string, AppError>>(new Map());

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Subscribes to changes and fetches the servers; returns a function that unsubscribes. */
  async open(): Promise<() => void> {
    const unlisten = await this.#backend.listenServers((view) => {
      this.#snapshot.update(view);
      this.view = view;
    });
    await this.refresh();
    return unlisten;
  }

  /** Fetches the servers. They are optional: on failure the window goes on without them. */
  async refresh(): Promise<void> {
    this.view = await this.#snapshot.fetch(() => this.#backend.servers()).catch(() => null);
  }

  /** Adds a server, and notes where its login is kept only until Attune ends. */
  async add(form: ServerForm): Promise<AddedServer> {
    const added = await this.#backend.addServer(form);
    const unsaved = new Map(this.unsaved);
    if (added.kept.where === 'thisSession') unsaved.set(added.server.id, added.kept.why);
    else unsaved.delete(added.server.id);
    this.unsaved = unsaved;
    return added;
  }
}
