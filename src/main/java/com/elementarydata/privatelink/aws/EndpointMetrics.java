package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.DeployedEndpoint;
import com.elementarydata.privatelink.observed.EndpointTraffic;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/**
 * What CloudWatch says of interface endpoints. A minute without traffic has no data points.
 *
 * @param access with the credentials of the endpoints' owner
 * @param region their Region
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-cloudwatch-metrics.html">CloudWatch metrics
 *     for AWS PrivateLink</a>
 */
public record EndpointMetrics(AwsAccess access, Region region) {

    private static final String NAMESPACE = "AWS/PrivateLinkEndpoints";
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int PERIOD_SECONDS = 300;

    static final List<Permission> ASKED = Permission.of("cloudwatch", "GetMetricData");

    /** The traffic of the last hour. */
    public EndpointTraffic lastHour(DeployedEndpoint endpoint, Instant now) {
        // data points are found by whole periods
        Instant end = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        Map<String, Long> results = access.ask(
                region,
                CloudWatchClient.builder(),
                cloudWatch -> cloudWatch
                        .getMetricDataPaginator(request -> request.startTime(end.minus(WINDOW))
                                .endTime(end)
                                .metricDataQueries(
                                        query(endpoint, "opened", "NewConnections", "Sum"),
                                        query(endpoint, "active", "ActiveConnections", "Maximum"),
                                        query(endpoint, "bytes", "BytesProcessed", "Sum")))
                        .metricDataResults()
                        .stream()
                        .collect(Collectors.toMap(MetricDataResult::id, EndpointMetrics::sum, Long::sum)));
        return new EndpointTraffic(
                endpoint.id(),
                endpoint.serviceName().contains(".%s.".formatted(region)),
                Math.max(results.getOrDefault("opened", 0L), results.getOrDefault("active", 0L)),
                results.getOrDefault("bytes", 0L));
    }

    /** No data is what a metric without traffic has, and one that could not be read. */
    private static long sum(MetricDataResult result) {
        if (result.statusCode() == StatusCode.INTERNAL_ERROR || result.statusCode() == StatusCode.FORBIDDEN) {
            throw SdkClientException.create(
                    "CloudWatch gave no data of %s: %s".formatted(result.id(), result.statusCodeAsString()));
        }
        return Math.round(Math.ceil(
                result.values().stream().mapToDouble(Double::doubleValue).sum()));
    }

    private static MetricDataQuery query(DeployedEndpoint endpoint, String id, String metric, String statistic) {
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(stat -> stat.metric(metric(endpoint, metric))
                        .period(PERIOD_SECONDS)
                        .stat(statistic))
                .build();
    }

    /** CloudWatch finds nothing unless exactly the dimensions are given that were published. */
    private static Metric metric(DeployedEndpoint endpoint, String name) {
        return Metric.builder()
                .namespace(NAMESPACE)
                .metricName(name)
                .dimensions(
                        dimension("Endpoint Type", "Interface"),
                        dimension("Service Name", endpoint.serviceName()),
                        dimension("VPC Endpoint Id", endpoint.id()),
                        dimension("VPC Id", endpoint.vpcId()))
                .build();
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }
}
