/** Applications of one page of the list, and so of one answer to several. */
export const BULK_MAX = 50;
