/// How a message is followed through topics and services: W3C trace contexts and the spans of
/// those that are sampled.
@NullMarked
package io.parley.edge.trace;

import org.jspecify.annotations.NullMarked;
