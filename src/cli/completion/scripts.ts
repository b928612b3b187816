// The completion scripts of the shells. Each asks the command itself what may stand next, and takes file names where it
// says nothing.

/** The shells that have one. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/** What a script asks with; the words behind the program's name follow. */
export const completionRequest = '--get-completions';

/** The script for a shell. */
export function writeScript(shell: (typeof shells)[number], program: string): string {
  return scripts[shell](program, `_${program.replaceAll('-', '_')}`);
}

type Script = (program: string, name: string) => string;

const scripts: Readonly<Record<(typeof shells)[number], Script>> = {
  // The line is split at spaces alone: bash would split at = too, and shows only what follows it.
  bash: (program, name) => `# ${program} completion bash >> ~/.bashrc
${name}() {
  local line=\${COMP_LINE:0:COMP_POINT} words current candidate
  read -ra words <<< "$line"
  [[ $line == *[[:space:]] ]] && words+=("")
  current=\${words[\${#words[@]}-1]}
  COMPREPLY=()
  while IFS= read -r candidate; do
    [[ -n $candidate ]] && COMPREPLY+=("\${candidate#"\${current%"\${current##*=}"}"}")
  done < <(${program} ${completionRequest} "\${words[@]:1}" 2> /dev/null)
  [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *= ]] && compopt -o nospace
  return 0
}
complete -o default -F ${name} ${program}
`,
  zsh: (program, name) => `#compdef ${program}
# ${program} completion zsh > "\${fpath[1]}/_${program}"
${name}() {
  local -a found
  found=(\${(f)"$(${program} ${completionRequest} "\${(@)words[2,CURRENT]}" 2> /dev/null)"})
  if (( \${#found} )); then
    compadd -S '' -- \${(M)found:#*=}
    compadd -- \${found:#*=}
  else
    _files
  fi
}
if [ "$funcstack[1]" = "_${program}" ]; then ${name} "$@"; else compdef ${name} ${program}; fi
`,
  fish: (program, name) => `# ${program} completion fish > ~/.config/fish/completions/${program}.fish
function _${name}
  set -l words (commandline -opc) (commandline -ct)
  ${program} ${completionRequest} $words[2..-1] 2> /dev/null
end
complete -c ${program} -a '(_${name})'
`,
};
