/** How long a reviewer's name may be, in UTF-16 units, as the reviewer's schema has it. */
export const MAX_NAME_LENGTH = 200
