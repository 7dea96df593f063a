/// The real parts that tests run against: moto's server and a Docker engine, made ready when they
/// are first asked for.
@NullMarked
package dev.cairn.acceptance.parts;

import org.jspecify.annotations.NullMarked;
