// What a folder of Terraform files says, as far as v1 clusters are concerned. Child modules that are called by a relative
// `source` are folders of their own.
import type { Json, JsonObject } from '../../../model/json.js';
import type { Place } from '../../../model/place.js';
import type { Attribute, HclFile } from '../syntax/tree.js';
import type { DataFile, Given, Placed, Variable } from './declared.js';

export type * from './declared.js';

/** A file of a folder, by its name with forward slashes: `.tf`, `.tf.json`, `.tfvars` and `.tfvars.json` are read. */
export interface ModuleFile {
  readonly path: string;
  readonly text: string;
}

/** One resource instance of a state. */
export interface StateInstance {
  /** The address of its module with keys, `module.office["hill"]`; empty in the root module. */
  readonly module: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  /** The key of `for_each` or index of `count`. */
  readonly key: string | number | undefined;
  /** Its attributes as the state has them: names in snake case, blocks as lists. */
  readonly attributes: JsonObject;
}

/** All folders of a run that hold Terraform files, each one once. */
export interface Project {
  readonly modules: readonly Module[];
}

/** One folder. */
export interface Module {
  /** Its path with forward slashes; empty for the folder that paths begin at. */
  readonly folder: string;
  /** Its `.tf` files, by name. */
  readonly files: readonly HclFile[];
  /** Its `.tf.json` and tfvars files. */
  readonly data: readonly DataFile[];
  readonly clusters: readonly ClusterBlock[];
  /** `resource` and `data` blocks by `type.name` and `data.type.name`. */
  readonly resources: ReadonlyMap<string, Placed>;
  readonly outputs: ReadonlyMap<string, Placed>;
  /** `module` blocks in it, by name. */
  readonly calls: ReadonlyMap<string, ModuleCall>;
  /** Calls of it in other folders of the run; a module that nobody calls is a root module. */
  readonly callers: readonly ModuleCall[];
  readonly variables: ReadonlyMap<string, Variable>;
  readonly locals: ReadonlyMap<string, Given>;
  /** The module as it is created: the root module once, a child once for each of its calls' instances. */
  readonly instances: readonly ModuleInstance[];
}

/** A `module` block. */
export interface ModuleCall extends Placed {
  readonly name: string;
  /** The module that the call stands in. */
  readonly from: Module;
  /** The module that is called, where it is a folder of the run. */
  readonly to: Module | undefined;
}

/** A module at one of its addresses: what its variables are depends on who called it. */
export interface ModuleInstance {
  readonly module: Module;
  /** With keys: `module.office["hill"]`; empty for a root module. */
  readonly address: string;
  /** Whether nothing tells the keys of a call on the way here. */
  readonly isUnknown: boolean;
  readonly parent: { readonly call: ModuleCall; readonly scope: Scope } | undefined;
  readonly state: StateIndex;
  /** What may still be evaluated in this run: texts that are made to grow come to an end. */
  readonly budget: Budget;
}

/** What a state says of a root module and all below it. */
export interface StateIndex {
  /** Instances by address, with the keys of modules and without their own. */
  readonly resources: ReadonlyMap<string, readonly StateInstance[]>;
  /** Addresses of modules, with keys. */
  readonly modules: readonly string[];
}

/** A bound on work. */
export interface Budget {
  /** Steps left. */
  left: number;
  /** Evaluations that wait for another. */
  depth: number;
}

/** A resource, and each of what it stands for. */
export interface ResourceBlock extends Placed {
  /** Without keys: `module.db.ionoscloud_pg_cluster.main`; of a child module, by the first of its calls. */
  readonly address: string;
  /** Every address without keys that it has, one for each call of its module. */
  readonly addresses: readonly string[];
  readonly name: string;
  readonly module: Module;
  /** What repeats it: `count = …` or `for_each = …`. */
  readonly repeat: Attribute | undefined;
  /** Each resource that it stands for; one with an unknown key where nothing tells how many there are. */
  readonly instances: readonly ResourceInstance[];
}

/** A v1 cluster. */
export type ClusterBlock = ResourceBlock;

/** One resource of a block. */
export interface ResourceInstance {
  /** Undefined where there is neither `count` nor `for_each`, or nothing tells. */
  readonly key: string | number | undefined;
  /** Whether the block repeats and nothing tells its keys. */
  readonly isUnknown: boolean;
  /** Whether only the state has it: what the configuration is known to be has no such key. */
  readonly isStated: boolean;
  /** With keys: `module.office["hill"].ionoscloud_pg_cluster.main`. */
  readonly address: string;
  /** Where its expressions are asked for their values. */
  readonly scope: Scope;
  /** What the state has of it. */
  readonly state: StateInstance | undefined;
}

/** Where an expression is evaluated. */
export interface Scope {
  readonly instance: ModuleInstance;
  /** `each`, where the block has `for_each`. */
  readonly each?: Each | undefined;
  /** `count.index`. */
  readonly index?: number | undefined;
}

/** What `each` says. Its value is one of the evaluator's; undefined where nothing tells it. */
export interface Each {
  readonly key: string | undefined;
  readonly value: unknown;
  /** Where `for_each` has its keys and values from. */
  readonly trail: { readonly origins: readonly Origin[]; readonly isSecret: boolean };
}

/** What an expression is known to be. */
export interface Known {
  readonly value: Json;
  /** Whether it is a secret: it comes from something sensitive. */
  readonly isSecret: boolean;
  /** Where it comes from, if not from the expression itself: places of defaults, of variables' files, of arguments. */
  readonly origins: readonly Origin[];
}

/** What gave an expression its value. */
export interface Origin {
  readonly source: string;
  readonly at: Place | undefined;
  /** `var.memory`, `local.size`. */
  readonly name: string;
}
