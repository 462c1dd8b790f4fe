// SPDX-License-Identifier: Apache-2.0
/** Who certifies bidders and stamps moments, as clients see them; both stand outside the platform (ADR 12). */

/** The certification authority of the accredited list. */
export interface Authority {
  /** The list itself, as it lies in bundles; null until there is one. */
  accredited(): Promise<string | null>
  /** A certificate for the key that signed the request, with those above it, as DER in hex. */
  certify(request: string): Promise<readonly string[]>
  /** Revocation lists as of now, as DER. */
  revocationLists(): Promise<readonly Uint8Array[]>
}

/** A time-stamp authority outside the platform. */
export interface Stamping {
  /** A token over these bytes. Rejects where there is none in time. */
  stamp(bytes: Uint8Array): Promise<Uint8Array>
}
