package com.elementarydata.privatelink.stack;

import com.elementarydata.privatelink.fleet.ImportedResources;
import com.elementarydata.privatelink.fleet.Plan;
import com.elementarydata.privatelink.fleet.PlannedStack;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.App;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.LegacyStackSynthesizer;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.StackSynthesizer;

/** Defines the stacks of a plan. */
public final class FleetStacks {

    /** The context key for deploying through CDK's bootstrap bucket, for templates that are too large without it. */
    private static final String BOOTSTRAPPED = "bootstrapped";

    private final App app;
    private final Plan plan;
    private final StackSynthesizer synthesizer;
    private final RegionalImports imports = new RegionalImports();

    private FleetStacks(App app, Plan plan) {
        this.app = app;
        this.plan = plan;
        synthesizer = synthesizer(isBootstrapped(app));
    }

    /** Defines all stacks of a plan, each after those that it depends on. */
    public static void define(App app, Plan plan) {
        FleetStacks stacks = new FleetStacks(app, plan);
        Map<String, Stack> defined = new HashMap<>();
        for (PlannedStack planned : plan.stacks()) {
            Stack stack = stacks.define(planned);
            planned.dependencies()
                    .forEach(name -> stack.addStackDependency(Objects.requireNonNull(defined.get(name), name)));
            defined.put(planned.name(), stack);
        }
    }

    private Stack define(PlannedStack planned) {
        StackProps props = StackProps.builder()
                .description(description(planned).orElse(null))
                .env(Environment.builder()
                        .account(plan.account().value())
                        .region(planned.region().code())
                        .build())
                .synthesizer(synthesizer)
                .terminationProtection(true)
                .tags(planned.tags())
                .build();
        if (planned instanceof PlannedStack.OfRegion region) {
            return region.addresses().isAdopted()
                    ? new ImportedRegionStack(app, region, props)
                    : new RegionStack(app, region, props);
        }
        if (planned instanceof PlannedStack.OfProduction production) {
            return new ProductionStack(app, production, props);
        }
        if (planned instanceof PlannedStack.OfCustomer customer) {
            return new CustomerStack(app, customer, imports, props);
        }
        return new DnsStack(app, (PlannedStack.OfDns) planned, props);
    }

    /**
     * No stack has assets, so that a new Region needs no preparation. CDK's "legacy" synthesizer deploys with the
     * engineer's own credentials; the one called "bootstrapless" still names the roles of a bootstrapped account.
     */
    private static StackSynthesizer synthesizer(boolean bootstrapped) {
        return bootstrapped ? new DefaultStackSynthesizer() : new LegacyStackSynthesizer();
    }

    /** Whether the stacks of an app are deployed through CDK's bootstrap bucket. */
    public static boolean isBootstrapped(App app) {
        return "true".equals(String.valueOf(app.getNode().tryGetContext(BOOTSTRAPPED)));
    }

    /** An import adds resources to a stack, and nothing else. */
    private static Optional<String> description(PlannedStack planned) {
        return ImportedResources.areAllOf(planned) ? Optional.empty() : Optional.of(words(planned));
    }

    private static String words(PlannedStack planned) {
        if (planned instanceof PlannedStack.OfRegion) {
            return "Regional VPC for private connections, peered with production";
        }
        if (planned instanceof PlannedStack.OfProduction) {
            return "Routes from production to the regional VPCs for private connections";
        }
        return planned instanceof PlannedStack.OfCustomer
                ? "Interface endpoints of a customer's private connections"
                : "Private hosted zones that lead a customer's hostnames to its interface endpoints";
    }
}
