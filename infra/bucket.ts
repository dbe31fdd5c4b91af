import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import type { StackContext } from "sst/constructs";
import { isProduction, settingsOf } from "./settings.ts";

/**
 * Media and imported tables. Browsers upload by a pre-signed URL, which is the permission: CORS only has to let the
 * product's own pages try. Without an own domain their origin is one of CloudFront's, unknown before the distribution
 * (which in turn names this bucket in its security policy).
 */
export function bucket({ stack, app }: StackContext) {
  const kept = isProduction(app.stage);
  const resource = new Bucket(stack, "Bucket", {
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    cors: [
      {
        allowedMethods: [HttpMethods.PUT],
        allowedOrigins: [settingsOf(app).publicUrl ?? "https://*.cloudfront.net"],
        allowedHeaders: ["content-type", "content-length", "x-amz-*"],
        exposedHeaders: ["etag"],
        maxAge: 3600,
      },
    ],
    lifecycleRules: [
      { id: "incomplete-uploads", abortIncompleteMultipartUploadAfter: Duration.days(1) },
      // What became of a table is in its posts; the file and its report are kept as long as someone may ask for them.
      { id: "imported-tables", prefix: "imports/", expiration: Duration.days(90) },
    ],
    removalPolicy: kept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  stack.addOutputs({ BucketName: resource.bucketName });
  return { bucket: resource };
}
