package io.weir.billing.domain.pricing;

/** The public rules that the last or first digits of a VAT id obey. Of numbers that have their country's form. */
final class CheckDigits {
    private CheckDigits() {
    }

    /** ISO 7064, MOD 11,10. */
    static boolean iso7064(String number) {
        int product = 10;
        for (int i = 0; i < number.length() - 1; i++) {
            int sum = (digit(number, i) + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (product + digit(number, number.length() - 1)) % 10 == 1;
    }

    static boolean luhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int twice = digit(number, number.length() - 1 - i) * (i % 2 + 1);
            sum += twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }

    static boolean belgian(String number) {
        return 97 - Long.parseLong(number.substring(0, 8)) % 97 == Long.parseLong(number.substring(8));
    }

    static boolean danish(String number) {
        return weighted(number, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
    }

    static boolean finnish(String number) {
        return weighted(number, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0;
    }

    /** Keys with a letter follow a rule of their own, which is not checked. */
    static boolean french(String number) {
        return !number.substring(0, 2).chars().allMatch(Character::isDigit)
                || (12 + 3 * (Long.parseLong(number.substring(2)) % 97)) % 97
                == Long.parseLong(number.substring(0, 2));
    }

    static boolean luxembourgish(String number) {
        return Long.parseLong(number.substring(0, 6)) % 89 == Long.parseLong(number.substring(6));
    }

    static boolean polish(String number) {
        return weighted(number, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == digit(number, 9);
    }

    static boolean portuguese(String number) {
        return (11 - weighted(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11 % 10 == digit(number, 8);
    }

    static boolean slovene(String number) {
        int check = 11 - weighted(number, 8, 7, 6, 5, 4, 3, 2) % 11;
        return check != 11 && check % 10 == digit(number, 7);
    }

    private static int weighted(String number, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += digit(number, i) * weights[i];
        }
        return sum;
    }

    private static int digit(String number, int at) {
        return number.charAt(at) - '0';
    }
}
