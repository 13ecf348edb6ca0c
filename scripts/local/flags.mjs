/** The value of `--name value` or `--name=value` among the flags, the last one given. */
export function flag(args, name) {
  let value
  args.forEach((arg, at) => {
    if (arg === `--${name}`) value = args[at + 1]
    else if (arg.startsWith(`--${name}=`)) value = arg.slice(name.length + 3)
  })
  return value
}
