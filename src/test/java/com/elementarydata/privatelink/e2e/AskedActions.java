package com.elementarydata.privatelink.e2e;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** What this program asked AWS for, as IAM names it. The SDK finds it by a file of the test resources. */
public final class AskedActions implements ExecutionInterceptor {

    private static final Set<String> ASKED = new ConcurrentSkipListSet<>();

    /** Since the last time. */
    static Set<String> take() {
        Set<String> asked = new TreeSet<>(ASKED);
        ASKED.clear();
        return asked;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
        ASKED.add("%s:%s"
                .formatted(
                        service.equals("Ec2") ? "ec2" : "elasticloadbalancing",
                        attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)));
    }
}
