import type { ServerForm, ServerInfo } from '../../api/backend';

/** What the form of a server holds while it is filled in. */
export interface ServerDraft {
  address: string;
  name: string;
  way: 'password' | 'apiKey';
  listener: string;
  /** The password, or the key. */
  secret: string;
  /** The fingerprint of the certificate that was accepted. */
  accepted: string | null;
  plainPassword: boolean;
}

/** The form at the start: empty, or that of a known server without its secret. */
export function draftOf(known: ServerInfo | null): ServerDraft {
  return {
    address: known?.address ?? '',
    name: known?.name ?? '',
    way: known?.listener === '' ? 'apiKey' : 'password',
    listener: known?.listener ?? '',
    secret: '',
    accepted: known?.accepted ?? null,
    plainPassword: known?.sendsPassword ?? false,
  };
}

/** The fields without which a server cannot be tried. */
export type NeededField = 'address' | 'listener' | 'secret';

/** The first field that still has to be filled in; null when there is none. */
export function missingField({ address, way, listener, secret }: ServerDraft): NeededField | null {
  if (address.trim() === '') return 'address';
  if (way === 'password' && listener.trim() === '') return 'listener';
  return secret === '' ? 'secret' : null;
}

/** The draft as the backend takes it. */
export function formOf(draft: ServerDraft): ServerForm {
  const { address, name, accepted, plainPassword } = draft;
  const login =
    draft.way === 'apiKey'
      ? { with: 'apiKey' as const, key: draft.secret.trim() }
      : { with: 'password' as const, listener: draft.listener, password: draft.secret };
  return { address, name, login, accepted, plainPassword };
}
