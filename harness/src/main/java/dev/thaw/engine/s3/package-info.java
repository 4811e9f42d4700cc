/** Amazon S3, as far as uploading code needs it. */
@NullMarked
package dev.thaw.engine.s3;

import org.jspecify.annotations.NullMarked;
