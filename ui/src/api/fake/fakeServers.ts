import type { Unlisten } from '../backend';
import type {
  AddedServer,
  AppError,
  ServerCheck,
  ServerForm,
  ServerInfo,
  ServersView,
  ServerView,
} from '../bindings';
import type { ServersBackend } from '../servers';
import { FakePageCamera } from './fakePageCamera';
import { wait } from './random';
import type { Scenario, ServersSituation } from './scenario';

const SONGS = 1204;
const STEPS = 4;
const STEP_MS = 150;
/** The certificate of an address that begins with `https://self-signed`. */
const FINGERPRINT = Array.from({ length: 32 }, (_, i) => (i * 7 + 16).toString(16).toUpperCase())
  .map((byte) => byte.padStart(2, '0').slice(-2))
  .join(':');

const ERRORS = {
  offline: {
    code: 'server_offline',
    message:
      'The server cannot be reached. What is already loaded still plays. Check the address and your connection.',
  },
  address: {
    code: 'server_address',
    message:
      'There is no music server at this address. Check the port, and the path if the server has one.',
  },
  password: {
    code: 'server_password',
    message: 'The server does not accept this name and password.',
  },
  noPassword: {
    code: 'server_no_password',
    message: 'The password of this server is not in the keyring. Enter it again.',
  },
  version: {
    code: 'server_version',
    message:
      'The server speaks version 1.4.0 of the protocol, which is too old. Update the server.',
  },
  certificate: { code: 'server_certificate', message: 'The certificate is unknown.' },
  plainPassword: { code: 'server_plain_password', message: 'Others could read the password.' },
  gone: { code: 'server_gone', message: 'This server has been removed.' },
  keyring: { code: 'keyring_unavailable', message: 'This system offers no keyring.' },
} satisfies Record<string, AppError>;

const WORKS: ServerCheck = {
  ...{ is: 'works', program: 'navidrome 0.54.3', protocol: '1.16.1' },
  ...{ sendsPassword: false, formPost: true },
};

const HOME: ServerInfo = {
  ...{ id: '0123abcd', name: 'At home', address: 'http://192.168.1.2:4533', listener: 'mia' },
  ...{ accepted: null, program: 'navidrome 0.54.3', sendsPassword: false, formPost: true },
  ...{ songs: SONGS, cached: 12, scrobbles: false, stars: false },
  scannedAt: Date.now() - 7_200_000,
};

function startServers(situation: ServersSituation): ServerView[] {
  const still: ServerView = { info: HOME, scan: null, report: null, problem: null };
  switch (situation) {
    case 'none':
      return [];
    case 'home':
      return [still];
    case 'failed':
      return [{ ...still, problem: ERRORS.offline }];
    case 'locked':
      return [{ ...still, problem: ERRORS.noPassword }];
    case 'reading': {
      const progress = { read: 482, total: SONGS };
      return [{ ...still, scan: { waits: false, ends: false, progress } }];
    }
  }
}

/** The part of the fake with servers: words in an address or a password cause what can go wrong. */
export abstract class FakeServers extends FakePageCamera implements ServersBackend {
  readonly #listeners = new Set<(view: ServersView) => void>();
  #view: ServersView;

  constructor({ servers }: Scenario) {
    super();
    this.#view = { servers: startServers(servers), cache: { used: 312, limit: 2000 } };
  }

  async servers(): Promise<ServersView> {
    return Promise.resolve(this.#view);
  }

  async listenServers(cb: (view: ServersView) => void): Promise<Unlisten> {
    this.#listeners.add(cb);
    return Promise.resolve(() => void this.#listeners.delete(cb));
  }

  async checkServer({ address, login, accepted, plainPassword }: ServerForm): Promise<ServerCheck> {
    await wait(100);
    const host = address.trim().replace(/^https?:\/\//, '');
    const secret = login.with === 'apiKey' ? login.key : login.password;
    if (host.startsWith('nowhere')) return { is: 'wrongAddress', ...ERRORS.address };
    if (host.startsWith('self-signed') && accepted !== FINGERPRINT)
      return {
        ...{ is: 'certificate', fingerprint: FINGERPRINT, error: ERRORS.certificate },
        problem: accepted === null ? 'unknown' : 'changed',
      };
    if (host.startsWith('old')) return { is: 'version', ...ERRORS.version };
    if (host.startsWith('plain') && !plainPassword)
      return { is: 'plainPassword', ...ERRORS.plainPassword };
    if (secret === 'wrong') return { is: 'wrongPassword', ...ERRORS.password };
    return WORKS;
  }

  async checkKnownServer(id: string): Promise<ServerCheck> {
    await wait(100);
    const { problem } = this.#known(id);
    return problem ? { is: 'wrongAddress', ...problem } : WORKS;
  }

  async addServer(form: ServerForm): Promise<AddedServer> {
    const check = await this.checkServer(form);
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (check.is !== 'works') throw ERRORS.password;
    const address = form.address.includes('://') ? form.address : `https://${form.address}`;
    const listener = form.login.with === 'apiKey' ? '' : form.login.listener;
    const old = this.#view.servers.find(
      ({ info }) => info.address === address && info.listener === listener,
    );
    const info: ServerInfo = {
      ...HOME,
      ...{ id: `server-${this.#view.servers.length}`, songs: 0, cached: 0, scannedAt: null },
      ...old?.info,
      ...{ name: form.name || (address.split('://')[1] ?? address), address, listener },
      accepted: form.accepted,
    };
    const others = this.#view.servers.filter(({ info: { id } }) => id !== info.id);
    this.#update({ servers: [...others, { info, scan: null, report: null, problem: null }] });
    void this.scanServer(info.id);
    const session = info.address.includes('keyless');
    const kept = session
      ? { where: 'thisSession' as const, why: ERRORS.keyring }
      : { where: 'keyring' as const };
    return { server: info, kept };
  }

  async scanServer(id: string): Promise<void> {
    const before = this.#known(id).info.songs;
    for (let step = 0; step < STEPS; step += 1) {
      const progress = { read: Math.floor((SONGS * step) / STEPS), total: SONGS };
      this.#change(id, { scan: { waits: false, ends: false, progress }, problem: null });
      await wait(STEP_MS);
    }
    const now = this.#view.servers.find(({ info }) => info.id === id);
    if (!now) return;
    const cancelled = now.scan?.ends ?? false;
    const songs = cancelled ? before : SONGS;
    this.#change(id, {
      info: { ...now.info, songs, scannedAt: cancelled ? now.info.scannedAt : Date.now() },
      scan: null,
      report: {
        ...{ songs, added: songs - before, changed: 0, removed: 0, skipped: false, cancelled },
      },
    });
  }

  async stopServerScan(id: string): Promise<void> {
    const { scan } = this.#known(id);
    this.#change(id, { scan: scan && { ...scan, ends: true } });
    return Promise.resolve();
  }

  async reportToServer(id: string, scrobbles: boolean, stars: boolean): Promise<void> {
    this.#change(id, { info: { ...this.#known(id).info, scrobbles, stars } });
    return Promise.resolve();
  }

  async limitServerCache(megabytes: number): Promise<void> {
    const used = Math.min(this.#view.cache.used, megabytes);
    this.#update({ cache: { used, limit: megabytes } });
    return Promise.resolve();
  }

  async removeServer(id: string): Promise<void> {
    this.#update({ servers: this.#view.servers.filter(({ info }) => info.id !== id) });
    return Promise.resolve();
  }

  /** Forgets all servers, as erasing does. */
  protected eraseServers(): void {
    this.#update({ servers: [], cache: { used: 0, limit: 2000 } });
  }

  #known(id: string): ServerView {
    const server = this.#view.servers.find(({ info }) => info.id === id);
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (!server) throw ERRORS.gone;
    return server;
  }

  #change(id: string, change: Partial<ServerView>): void {
    const servers = this.#view.servers.map((server) => {
      if (server.info.id !== id) return server;
      // A reading that was told to end stays so.
      const ends = server.scan?.ends === true && change.scan ? { ends: true } : {};
      return { ...server, ...change, ...(change.scan && { scan: { ...change.scan, ...ends } }) };
    });
    this.#update({ servers });
  }

  #update(change: Partial<ServersView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener(this.#view);
  }
}
