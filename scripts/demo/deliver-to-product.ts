export interface ProductDoor {
  /** Without a slash at the end. */
  url: string;
  apiKey: string;
}

/**
 * Brings a mail to the product as a mail service does: raw, to the API.
 * @throws Error with the product's own words when it is not taken
 */
export async function deliverToProduct(
  { url, apiKey }: ProductDoor,
  raw: Buffer,
  to: string,
): Promise<{ kind: string }> {
  const response = await fetch(`${url}/api/v1/inbound/email`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'message/rfc822', 'x-envelope-to': to },
    body: new Uint8Array(raw),
  });
  const answer = (await response.json()) as { kind: string; detail?: string };
  if (!response.ok) throw new Error(`The product did not take it: ${answer.detail ?? response.statusText}`);
  return answer;
}
