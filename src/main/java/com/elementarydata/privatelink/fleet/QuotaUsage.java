package com.elementarydata.privatelink.fleet;

import com.elementarydata.privatelink.model.Limits;
import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.elementarydata.privatelink.model.Quota;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much of a quota is used.
 *
 * @param at the place that is reported
 * @param of what the quota is on
 * @param used how much is used
 * @param quota the quota
 * @param limits how much of each there is
 */
record QuotaUsage(Position at, String of, long used, Quota quota, Limits limits) {

    /**
     * How much one place in a file uses of a quota.
     *
     * @param at the place
     * @param count how much it uses
     */
    record Share(Position at, long count) {}

    /**
     * The use of a quota that customers share, in the order of their files. If it is not enough for all, only those
     * that don't fit have a problem, so that they block no one else.
     */
    Stream<QuotaUsage> sharedBy(List<Share> shares) {
        long fitting = used;
        List<QuotaUsage> past = new ArrayList<>();
        for (Share share : shares) {
            long with = fitting + share.count();
            if (with > limits.of(quota)) {
                past.add(new QuotaUsage(share.at(), of, with, quota, limits));
            } else {
                fitting = with;
            }
        }
        return past.isEmpty() ? Stream.of(new QuotaUsage(at, of, fitting, quota, limits)) : past.stream();
    }

    /** Reports that the quota is exceeded, or nearly so. */
    Stream<Problem> judge() {
        int limit = limits.of(quota);
        String key = quota.key().orElseThrow();
        if (used > limit) {
            return Stream.of(new Problem(
                    at,
                    ProblemCode.PL311,
                    "%s: %d, over the quota of %d".formatted(of, used, limit),
                    "have AWS raise the quota and record it in limits.%s of network.yaml, or use fewer"
                            .formatted(key)));
        }
        if (Quota.isNearlyUsed(used, limit)) {
            return Stream.of(new Problem(
                    at,
                    ProblemCode.PL312,
                    "%s: %d of a quota of %d".formatted(of, used, limit),
                    "have AWS raise the quota before it is used up, and record it in limits.%s of network.yaml"
                            .formatted(key)));
        }
        return Stream.empty();
    }
}
