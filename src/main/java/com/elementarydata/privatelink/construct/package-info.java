/**
 * AWS CDK constructs for both sides of a private connection over AWS PrivateLink: the service provider's
 * ({@link com.elementarydata.privatelink.construct.CustomerEndpointService}) and the service consumer's
 * ({@link com.elementarydata.privatelink.construct.RegionalPrivateLinkVpc},
 * {@link com.elementarydata.privatelink.construct.InterfaceEndpointForService},
 * {@link com.elementarydata.privatelink.construct.EndpointHostedZones}).
 *
 * <p>Every construct is made in either idiom of CDK for Java: {@code new Foo(scope, "Id", FooProps.builder()….build())}
 * or {@code Foo.Builder.create(scope, "Id")….build()}. Any text may be a CDK token; what is no token is checked before
 * anything is defined, and all that is wrong with it is said at once.
 */
@NullMarked
package com.elementarydata.privatelink.construct;

import org.jspecify.annotations.NullMarked;
