/// How a read model follows the log: each event once, rows and position in one transaction.
///
/// Each read model has a schema of its own, which Flyway makes from `db/projection/engine` and
/// `db/projection/<name>`. The statements there name no schema, so that the same ones make the
/// tables of a rebuild beside the live ones, and Flyway refuses tables that were made by others.
/// What all schemas share (extensions) is in `db/migration`. Tables that need another shape are
/// not migrated but projected anew, under another name, while the old ones keep answering.
@NullMarked
package io.parley.query.projection;

import org.jspecify.annotations.NullMarked;
