/// How a refusal looks over HTTP: RFC 9457 problem details with a stable `code`.
@NullMarked
package io.parley.edge.problem;

import org.jspecify.annotations.NullMarked;
