/** Addresses at which S3 hands an object out to anybody for a while: for what is larger than a Lambda may answer. */
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { s3 } from './clients/s3.ts';

/** Time to begin a download in; one that has begun goes on. */
const VALID_SECONDS = 900;

/** How the object is labelled when it is fetched by the address. */
interface Handout {
  readonly contentType: string;
  readonly cacheControl: string;
  readonly fileName: string;
}

export type Presign = (key: string, handout: Handout) => Promise<string>;

/** @param bucket the bucket's name. */
export const presignedGet =
  (bucket: string, client: S3Client = s3): Presign =>
  (key, { contentType, cacheControl, fileName }) => {
    const command = new GetObjectCommand({
      Bucket: bucket,
      Key: key,
      ResponseContentType: contentType,
      ResponseCacheControl: cacheControl,
      ResponseContentDisposition: `attachment; filename="${fileName}"`,
    });
    return getSignedUrl(client, command, { expiresIn: VALID_SECONDS });
  };
