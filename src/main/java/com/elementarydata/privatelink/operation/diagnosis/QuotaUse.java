package com.elementarydata.privatelink.operation.diagnosis;

import com.elementarydata.privatelink.command.AwsCommands;
import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.model.Quota;
import com.elementarydata.privatelink.observed.Reading;
import java.util.List;
import java.util.Optional;

/**
 * How much of a quota is used, and will be.
 *
 * @param quota the quota
 * @param region the Region that AWS is asked for more in
 * @param of what is counted, in words
 * @param used how much there is
 * @param added how much a deployment would create
 */
record QuotaUse(Quota quota, String region, String of, long used, long added) {

    /**
     * Compares it with the quota.
     *
     * @param applied the quota, as AWS says
     * @param assumed the quota where AWS does not say
     * @param profile whose credentials commands use, unless the environment says
     */
    Finding judge(Reading<Long> applied, long assumed, Optional<String> profile) {
        if (applied.value().isEmpty()) {
            return PathCheck.QUOTAS.unknown(
                    "%s; the quota is unknown, %d if it was never changed or network.yaml is right (%s)"
                            .formatted(counted(), assumed, applied.refusal().orElse("AWS does not list it")),
                    "compare it with the quota %s of %s".formatted(quota.code(), quota.service()));
        }
        long limit = applied.get();
        if (used + added > limit) {
            return PathCheck.QUOTAS
                    .failed("%s; the quota is %d".formatted(counted(), limit), remedy())
                    .typing(commands(profile));
        }
        String fits = "%s, of %d".formatted(counted(), limit);
        return Quota.isNearlyUsed(used + added, limit)
                ? PathCheck.QUOTAS.warning(fits, remedy()).typing(commands(profile))
                : PathCheck.QUOTAS.passed(fits);
    }

    private String counted() {
        return added == 0
                ? "%s: %d".formatted(of, used)
                : "%s: %d, and %d that a deployment adds".formatted(of, used, added);
    }

    private String remedy() {
        String recorded = quota.key()
                .map(", and record it in limits.%s of network.yaml"::formatted)
                .orElse("");
        return commands(Optional.empty()).isEmpty()
                ? "AWS grants no more: use fewer"
                : "have AWS raise the quota, which may take days%s".formatted(recorded);
    }

    private List<String> commands(Optional<String> profile) {
        return quota.toAskFor(used + added).stream()
                .mapToObj(
                        desired -> new AwsCommands(region, profile).raiseQuota(quota.service(), quota.code(), desired))
                .toList();
    }
}
