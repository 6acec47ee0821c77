/** The settings of the `dcat-us` format: none, and an unknown one is a mistake. */
import * as z from 'zod';

export const DcatUsSettings = z.strictObject({});
