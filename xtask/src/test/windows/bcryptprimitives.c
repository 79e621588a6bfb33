/* Stands in for a library that Windows has had since Vista and older wine lacks: Rust's standard library asks it for random
 * bytes. Windows itself never loads this one. */
#include <windows.h>
#include <bcrypt.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length)
{
    while (length > 0) {
        ULONG part = length > 0x10000 ? 0x10000 : (ULONG)length;
        if (BCryptGenRandom(NULL, data, part, BCRYPT_USE_SYSTEM_PREFERRED_RNG) < 0)
            return FALSE;
        data += part;
        length -= part;
    }
    return TRUE;
}
