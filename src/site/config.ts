/** Where the project's repository stands on the web, without a slash at its end. A mirror or a fork changes it here and nowhere else. */
export const REPOSITORY = "https://github.com/release-ledger/release-ledger";
