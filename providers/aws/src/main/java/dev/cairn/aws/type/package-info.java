/// The resource types of AWS, one class each: pure, and free of the SDK, which is loaded when the
/// first call is made.
@NullMarked
package dev.cairn.aws.type;

import org.jspecify.annotations.NullMarked;
