/// HTTP/1.1 as bytes: messages are taken apart no further than a proxy must, and passed on as they
/// came.
@NullMarked
package dev.cairn.referee.http;

import org.jspecify.annotations.NullMarked;
