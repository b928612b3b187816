// What documents and texts of other tools look like, so that it can be said what they are and what to do with them.
import { describeType, isObject } from '../model/json.js';

/** Why a document was not recognised: a message id of `document/kind` and its data. */
export interface Unrecognised {
  readonly kind: 'unknown';
  readonly reason: string;
  readonly data: Readonly<Record<string, string>>;
}

/** Refuses a document for a reason. */
export function refuse(reason: string, data: Readonly<Record<string, string>> = {}): Unrecognised {
  return { kind: 'unknown', reason, data };
}

/** A tool that is no part of the API, in words. */
export interface Tool {
  /** What the document is: `a Kubernetes manifest`. */
  readonly tool: string;
  /** What to do with it. */
  readonly instead: string;
}

const leaveOut = 'Leave it out, such as with --exclude.';
const writeAnew = 'Translate what it sends, or the answer of GET, and write it anew from that; or leave it out.';
const crossplane: Tool = { tool: 'a Crossplane manifest', instead: writeAnew };
const kubernetes: Tool = { tool: 'a Kubernetes manifest', instead: leaveOut };
const ansible: Tool = { tool: 'an Ansible playbook', instead: writeAnew };
const compose: Tool = { tool: 'a Compose file', instead: leaveOut };
const npm: Tool = { tool: 'a package.json of npm', instead: leaveOut };
const typescript: Tool = { tool: 'a configuration of TypeScript', instead: leaveOut };
const pulumi: Tool = {
  tool: 'a Pulumi program',
  instead: 'Write PSQLClusterV2 of pulumi-ionoscloud from what GET answers on the v2 host; or leave it out.',
};
const cdktf: Tool = { tool: 'a project of CDK for Terraform', instead: writeAnew };
const openApi: Tool = { tool: 'a description of an API', instead: leaveOut };
const helm: Tool = {
  tool: 'a Helm template',
  instead: 'Translate what helm template makes of it; or leave it out, such as with --exclude.',
};
const terraform: Tool = {
  tool: 'Terraform code',
  instead: 'Name the folder of its .tf files; it is translated as a module, not as a text of its own.',
};
const env: Tool = {
  tool: 'a file of environment variables',
  instead: 'Set them, and take values from them with --set-env; it holds no document.',
};

/** Which tool writes a document like that; undefined for one that nobody knows. */
export function findTool(document: Readonly<Record<string, unknown>>): Unrecognised | undefined {
  const tool = toolOf(document);
  return tool && refuse('tool', { ...tool });
}

/** Refuses what is no object: a text may be that of a tool. */
export function refuseScalar(value: unknown): Unrecognised {
  const tool = typeof value === 'string' ? findToolOfText(value) : undefined;
  return tool ? refuse('tool', { ...tool }) : refuse('not-an-object', { found: describeType(value) });
}

function toolOf(document: Readonly<Record<string, unknown>>): Tool | undefined {
  const { apiVersion, kind } = document;
  if (typeof apiVersion === 'string' && typeof kind === 'string')
    return apiVersion.includes('crossplane.io') ? crossplane : kubernetes;
  if (('hosts' in document && ('tasks' in document || 'roles' in document)) || hasAnsibleKey(document)) return ansible;
  if ('terraformProviders' in document && 'app' in document) return cdktf;
  if (typeof document['runtime'] === 'string' || isObject(document['runtime']) || hasPulumiType(document))
    return pulumi;
  if ('openapi' in document || 'swagger' in document) return openApi;
  if (isObject(document['compilerOptions'])) return typescript;
  if (isObject(document['services'])) return compose;
  const isPackage = 'dependencies' in document || 'scripts' in document || 'devDependencies' in document;
  return typeof document['name'] === 'string' && isPackage ? npm : undefined;
}

/** A task that calls a module by its full name. */
function hasAnsibleKey(document: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(document).some((key) => /^(?:ansible|ionoscloudsdk)\.\w+\.\w+$/.test(key));
}

/** A resource of Pulumi is of a `package:module:Type`. */
function hasPulumiType({ resources }: Readonly<Record<string, unknown>>): boolean {
  if (!isObject(resources)) return false;
  return Object.values(resources).some((one) => isObject(one) && /^[\w-]+:[\w/-]*:\w+$/.test(String(one['type'])));
}

/** Looks no further into a text than its beginning. */
const looked = 64 * 1024;

/** Which tool reads a text like that, which is neither JSON nor a document in YAML. */
export function findToolOfText(text: string): Tool | undefined {
  const beginning = text.slice(0, looked);
  if (
    /^(?:resource|data|module|variable|provider|output|locals|terraform)[ \t]*(?:"[^"\n]*"[ \t]*){0,2}\{/m.test(
      beginning,
    )
  )
    return terraform;
  if (/\{\{-?[ \t]*(?:\.|if\b|range\b|with\b|include\b|define\b|template\b|toYaml\b|end\b)/.test(beginning))
    return helm;
  const lines = beginning.split(/[\r\n]+| (?=[A-Z][A-Z0-9_]*=)/).filter((line) => line !== '' && !line.startsWith('#'));
  const isEnv = lines.length > 0 && lines.every((line) => /^(?:export )?[A-Za-z_][A-Za-z0-9_]*=/.test(line));
  return isEnv ? env : undefined;
}
