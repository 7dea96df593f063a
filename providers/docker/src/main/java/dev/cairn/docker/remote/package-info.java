/// The remote half: one engine, spoken to over HTTP in the Engine API's own JSON.
@NullMarked
package dev.cairn.docker.remote;

import org.jspecify.annotations.NullMarked;
