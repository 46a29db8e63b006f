package io.weir.webrest.outbound;

import java.net.UnknownHostException;

/** None of a host's addresses may be called. */
final class AddressRefusedException extends UnknownHostException {
    AddressRefusedException(String host) {
        super(host + " has no address that may be called");
    }
}
