// Addresses of Terraform: `module.office["hill"].ionoscloud_pg_cluster.main[0]`.

/** An address without the keys of instances, which is that of the blocks on the way. */
export function withoutKeys(address: string): string {
  let plain = '';
  let isKey = false;
  let isQuoted = false;
  for (let at = 0; at < address.length; at += 1) {
    const sign = address.charAt(at);
    if (isQuoted && sign === '\\') at += 1;
    else if (isKey && sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === '[' || sign === ']')) isKey = sign === '[';
    else if (!isKey) plain += sign;
  }
  return plain;
}
