// A shell script with calls that ask v1, one for every message about them, with secrets in it.

/** The script. */
export const ionosctlScript = `#!/bin/bash
ionosctl dbaas postgres cluster create --ram 4500 --db-password 'CANARY9aA1!pw' --token CANARY9token
ionosctl dbaas postgres user create --user app --password "CANARY9aA1!pw"
`;
