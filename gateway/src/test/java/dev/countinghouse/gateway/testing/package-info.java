/**
 * What stands around the gateway in its tests: real Redis, an issuer of tokens with real keys, and
 * servers in the place of the services that tell what reached them. The services' rules are not
 * imitated: only the gateway is under test here.
 */
@NullMarked
package dev.countinghouse.gateway.testing;

import org.jspecify.annotations.NullMarked;
