package io.weir.specimens;

/** A name that says nothing, and a method that takes too much. */
public class InvoiceUtil {
    public int sum(int a, int b, int c, int d, int e, int f) {
        return a + b + c + d + e + f;
    }
}
