/// The lookups of AWS, one class each: pure, and free of the SDK.
@NullMarked
package dev.cairn.aws.lookup;

import org.jspecify.annotations.NullMarked;
