package example;

import java.util.function.Consumer;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CloudFormationValidatePlugin;
import software.amazon.awscdk.LegacyStackSynthesizer;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Validations;

/** One stack an example; CloudFormation's own validation runs over all. */
public final class Examples {

    private final App app = new App();

    private Examples() {}

    public static void main(String[] arguments) {
        Examples examples = new Examples();
        examples.stack("GitHubEnterpriseServer", GitHubEnterpriseServer::define);
        examples.stack("PostgreSqlByAddress", PostgreSqlByAddress::define);
        examples.stack("BehindApplicationLoadBalancer", BehindApplicationLoadBalancer::define);
        examples.stack("ExistingLoadBalancer", ExistingLoadBalancer::define);
        examples.stack("OnFargate", OnFargate::define);
        Validations.of(examples.app).addPlugins(new CloudFormationValidatePlugin());
        examples.app.synth();
    }

    private void stack(String name, Consumer<Stack> example) {
        example.accept(new Stack(
                app,
                name,
                // no assets, so an account needs no cdk bootstrap
                StackProps.builder().synthesizer(new LegacyStackSynthesizer()).build()));
    }
}
