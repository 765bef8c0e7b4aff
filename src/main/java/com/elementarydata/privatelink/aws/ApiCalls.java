package com.elementarydata.privatelink.aws;

import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import software.amazon.awssdk.awscore.AwsExecutionAttribute;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** The calls to AWS, in order: to be shown, and to be compared with policies. */
public final class ApiCalls implements ExecutionInterceptor {

    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

    /**
     * A call.
     *
     * @param action as IAM names it, such as {@code ec2:DescribeVpcEndpoints}
     * @param region where
     */
    public record Call(String action, String region) {

        @Override
        public String toString() {
            return "%s %s".formatted(action, region);
        }
    }

    /** All calls so far. */
    public List<Call> all() {
        return List.copyOf(calls);
    }

    /** The actions that were called so far, each once, sorted. */
    public List<String> actions() {
        return calls.stream().map(Call::action).distinct().sorted().toList();
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
        String action = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        calls.add(new Call(
                "%s:%s".formatted(iamPrefix(service), action),
                String.valueOf(attributes.getAttribute(AwsExecutionAttribute.AWS_REGION))));
    }

    /** IAM knows both generations of load balancing by one name, and has no spaces. */
    private static String iamPrefix(String service) {
        return service.replace(" ", "").toLowerCase(Locale.ROOT).replace("balancingv2", "balancing");
    }
}
