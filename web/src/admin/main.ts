import { startPage } from '../page'
import './admin.css'
import AdminPage from './AdminPage.vue'

startPage(AdminPage)
