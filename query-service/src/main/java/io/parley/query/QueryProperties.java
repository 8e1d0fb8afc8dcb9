package io.parley.query;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What query-service can be told.
///
/// @param groupPrefix what the consumer groups of the projections begin with; the prefix of the
///   topics and the name of the projection follow
/// @param instanceId a name that this instance has after a restart too and that no other running
///   one has, so that a restart after a crash need not wait for the session of the dead one to
///   end; none by default
/// @param maxPollRecords how many events one transaction holds at most
/// @param gatherFor how far apart a projection's transactions are at least, where events come one
///   after the other
/// @param sessionTimeout how long after its last sign of life an instance's partitions go to
///   others
/// @param positionWait how long a query waits for what `Chat-Position` asks for
/// @param logEndWait how long a query of the public chat that names no position waits for what is
///   in the log when it comes
/// @param lagEvery how often it is found out where the log ends, for those who show how far behind
///   the projections are; what was found out is shown for three times as long
/// @param transactionTimeout how long one transaction of a projection takes at most, in whole
///   seconds, before it is rolled back and tried again
/// @param stopWait how long the projections, when this instance ends, are waited for
/// @param switchWait how long a projection that was built anew may keep the old one from going on
///   when it takes its place
/// @param rebuildOutdated whether read models that an upgrade has left without something are built
///   anew at the start; only where there are no other instances, which could be older
/// @param guestWait how long a query of an unknown guest waits for its session to appear
@ConfigurationProperties("parley.query")
public record QueryProperties(
    @DefaultValue("parley.query.") String groupPrefix,
    @Nullable String instanceId,
    @DefaultValue("2000") int maxPollRecords,
    @DefaultValue("50ms") Duration gatherFor,
    @DefaultValue("6s") Duration sessionTimeout,
    @DefaultValue("2s") Duration positionWait,
    @DefaultValue("2s") Duration logEndWait,
    @DefaultValue("5s") Duration lagEvery,
    @DefaultValue("30s") Duration transactionTimeout,
    @DefaultValue("10s") Duration stopWait,
    @DefaultValue("5s") Duration switchWait,
    @DefaultValue("false") boolean rebuildOutdated,
    @DefaultValue("500ms") Duration guestWait) {}
