// What the system says of files, in words.

/** The code of what is too large to be read at once; Node has the same. */
export const tooLarge = 'ERR_FS_FILE_TOO_LARGE';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'it is not permitted',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  EEXIST: 'a file stands where a folder is needed',
  ENOSPC: 'no space left on the device',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than allowed',
  EROFS: 'the file system is read-only',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'the links lead in a circle',
  EIO: 'the device failed to read or write',
  EMFILE: 'too many files are open; ulimit -n raises the limit',
  ENFILE: 'too many files are open in the whole system',
  EBUSY: 'it is in use, or mounted on its own as in a container',
  ETXTBSY: 'it is in use',
  EXDEV: 'it is mounted on its own',
  ENXIO: 'it is a socket or a device without a driver',
  ENODEV: 'there is no such device',
  ESTALE: 'the file server has lost it; try again',
  ETIMEDOUT: 'the file server does not answer',
  [tooLarge]: 'it is too large to be read at once',
  ENOMEM: 'there is not enough memory',
};

/** What went wrong with a file, in words. */
export function describeFileError(thrown: unknown): string {
  const code = codeOf(thrown);
  return (code && reasons[code]) ?? code ?? String(thrown);
}

/** The system's code of an error, such as `ENOENT`; undefined where it is none of the system's. */
export function codeOf(thrown: unknown): string | undefined {
  return (thrown as Partial<NodeJS.ErrnoException> | undefined)?.code;
}
