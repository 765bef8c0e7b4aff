package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.Reading;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Which of some Regions an account can use. In the others AWS refuses everything, as if credentials were wrong.
 *
 * @param enabled those that can be read
 * @param disabled those that the account has not opted in to
 */
public record EnabledRegions(SortedSet<Region> enabled, SortedSet<Region> disabled) {

    private static final String DISABLED = "not-opted-in";

    static final List<Permission> ASKED = Permission.of("ec2", "DescribeRegions");

    /** Asks in a Region that is enabled, and counts it in. Where AWS does not say, each is taken for enabled. */
    public static EnabledRegions among(AwsAccess access, Region home, Collection<Region> regions) {
        SortedSet<Region> enabled = new TreeSet<>(regions);
        enabled.add(home);
        SortedMap<String, String> status =
                new AccountReader(access, home).regions().value().orElseGet(TreeMap::new);
        SortedSet<Region> disabled = new TreeSet<>(enabled);
        disabled.removeIf(region -> !DISABLED.equals(status.get(region.code())));
        enabled.removeAll(disabled);
        return new EnabledRegions(enabled, disabled);
    }

    /** All that the account can use. */
    public static EnabledRegions all(AwsAccess access, Region home) {
        SortedSet<Region> enabled = new AccountReader(access, home)
                .regions().get().entrySet().stream()
                        .filter(region -> !DISABLED.equals(region.getValue()))
                        .flatMap(region -> Region.find(region.getKey()).stream())
                        .collect(Collectors.toCollection(TreeSet::new));
        return new EnabledRegions(enabled, new TreeSet<>());
    }

    /**
     * What is read of each Region, all at once. One that is not enabled, or where nothing is allowed, leaves the others as
     * they are; if nothing is allowed in any of them, it is no matter of Regions, and fails as AWS says.
     */
    public <V> SortedMap<Region, Reading<V>> read(Function<Region, V> question) {
        SortedMap<Region, Attempt<V>> attempts =
                InParallel.forEach(enabled, region -> Attempt.of(region, () -> question.apply(region)));
        List<AwsServiceException> denials = attempts.values().stream()
                .flatMap(attempt -> attempt.denial().stream())
                .toList();
        if (!denials.isEmpty() && denials.size() == attempts.size()) {
            throw denials.get(0);
        }
        SortedMap<Region, Reading<V>> readings = new TreeMap<>();
        attempts.forEach((region, attempt) -> readings.put(region, attempt.reading()));
        disabled.forEach(
                region -> readings.put(region, Reading.refused("%s is not enabled in this account".formatted(region))));
        return readings;
    }

    /** Why Regions were not read, a line for each of them. */
    public static List<String> notRead(SortedMap<Region, ? extends Reading<?>> readings) {
        return readings.values().stream()
                .flatMap(reading -> reading.refusal().stream())
                .map("%s; nothing of it was read"::formatted)
                .toList();
    }

    private record Attempt<V>(Reading<V> reading, Optional<AwsServiceException> denial) {

        static <V> Attempt<V> of(Region region, Supplier<V> question) {
            try {
                return new Attempt<>(Reading.of(question.get()), Optional.empty());
            } catch (AwsServiceException refusal) {
                String why = AwsFailure.denial(refusal, region).orElseThrow(() -> refusal);
                return new Attempt<>(Reading.refused(why), Optional.of(refusal));
            }
        }
    }
}
