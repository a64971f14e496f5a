// Documents of which there are few: policies, and logs that are read once more.

#include "reader/parse.hpp"

namespace certrenew {

template class Events<Document>;

}  // namespace certrenew
