import type { Unlisten } from './backend';
import type { AddedServer, ServerCheck, ServerForm, ServersView } from './bindings';

/** The part of the backend for music servers of the listener's own. */
export interface ServersBackend {
  /** The servers, and how far the reading of their lists is; {@link listenServers} announces changes. */
  servers(): Promise<ServersView>;
  listenServers(cb: (view: ServersView) => void): Promise<Unlisten>;
  /** Tests a server without adding it. */
  checkServer(server: ServerForm): Promise<ServerCheck>;
  /** Tests a server of the list. */
  checkKnownServer(id: string): Promise<ServerCheck>;
  /** Tests a server, adds it, and reads its list; a known one gets the new login. */
  addServer(server: ServerForm): Promise<AddedServer>;
  /** Reads a server's list; with `again` also where the server says that nothing has changed. */
  scanServer(id: string, again: boolean): Promise<unknown>;
  stopServerScan(id: string): Promise<unknown>;
  /** Chooses whether a server is told what was heard, and what the listener likes. */
  reportToServer(id: string, scrobbles: boolean, stars: boolean): Promise<unknown>;
  limitServerCache(megabytes: number): Promise<unknown>;
  /** Nothing changes on the server itself. */
  removeServer(id: string): Promise<unknown>;
}
